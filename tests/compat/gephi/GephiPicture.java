import java.awt.Color;
import java.awt.Font;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.SVGExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.gephi.statistics.plugin.Modularity;
import org.openide.util.Lookup;

/**
 * Does with the libraries of Gephi what export/gephi.md tells a person to do, and writes a picture after each step, as SVG.
 * usage: GephiPicture PLACED.graphml PLAIN.graphml FOLDER
 */
public class GephiPicture {
  static final Color[] COLORS = {new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0x56b4e9),
    new Color(0xcc79a7), new Color(0xe69f00), new Color(0x999933), new Color(0x882255), new Color(0x666666)};

  static GraphModel model;
  static String folder;

  public static void main(String[] arguments) throws Exception {
    folder = arguments[2];
    open(arguments[0]);
    picture("opened", false, 4, 8);
    picture("labels", true, 4, 8);
    leaveFacts();
    picture("filtered", true, 4, 8);
    open(arguments[1]);
    arrange();
    picture("forceatlas2", false, 1, 3);
    partition();
    rank();
    arrangeFurther();
    picture("communities", true, 1, 8);
    System.exit(0);  // the toolkit leaves threads behind
  }

  /** File > Open. */
  static void open(String file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(file));
    container.closeLoader();
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
  }

  static ForceAtlas2 forceAtlas2() {
    ForceAtlas2 layout = new ForceAtlas2Builder().buildLayout();
    layout.setGraphModel(model);
    layout.resetPropertiesValues();
    layout.setScalingRatio(100.0);
    layout.setStrongGravityMode(true);
    layout.setGravity(0.1);
    layout.setBarnesHutOptimize(false);
    layout.setThreadsCount(1);  // with several, sums come in another order on each run
    return layout;
  }

  static void run(ForceAtlas2 layout, int steps) {
    layout.initAlgo();
    for (int i = 0; i < steps; ++i) layout.goAlgo();
    layout.endAlgo();
  }

  /** Layout > ForceAtlas 2 > Run. */
  static void arrange() {
    Random random = new Random(1);
    for (Node node : model.getGraph().getNodes()) node.setPosition(random.nextFloat() * 1000, random.nextFloat() * 1000);
    run(forceAtlas2(), 2000);
  }

  /** Prevent Overlap. */
  static void arrangeFurther() {
    ForceAtlas2 layout = forceAtlas2();
    layout.setAdjustSizes(true);
    run(layout, 500);
  }

  /** Statistics > Modularity, Appearance > Nodes > Partition > modularity_class: colours for the largest classes. */
  static void partition() {
    Modularity modularity = new Modularity();
    modularity.setRandom(false);
    modularity.setUseWeight(true);
    modularity.setResolution(1.0);
    modularity.execute(model);
    Map<Object, Integer> sizes = new LinkedHashMap<>();
    for (Node node : model.getGraph().getNodes()) sizes.merge(node.getAttribute(Modularity.MODULARITY_CLASS), 1, Integer::sum);
    List<Object> classes = new ArrayList<>(sizes.keySet());
    classes.sort((a, b) -> sizes.get(b) - sizes.get(a));
    for (Node node : model.getGraph().getNodes()) {
      int place = classes.indexOf(node.getAttribute(Modularity.MODULARITY_CLASS));
      node.setColor(COLORS[Math.min(place, COLORS.length - 1)]);
    }
  }

  /** Appearance > Nodes > Ranking > Degree, from 5 to 30. */
  static void rank() {
    Graph graph = model.getGraph();
    int most = 1;
    for (Node node : graph.getNodes()) most = Math.max(most, graph.getDegree(node));
    for (Node node : graph.getNodes()) node.setSize(5 + 25f * (graph.getDegree(node) - 1) / Math.max(1, most - 1));
  }

  /** Filters > Partition > negated and modality: what is not said to be so is taken out. */
  static void leaveFacts() {
    Graph graph = model.getGraph();
    List<Edge> others = new ArrayList<>();
    for (Edge edge : graph.getEdges()) {
      if (Boolean.TRUE.equals(edge.getAttribute(column("negated"))) || !"actual".equals(edge.getAttribute(column("modality")))) others.add(edge);
    }
    graph.removeAllEdges(others);
    List<Node> alone = new ArrayList<>();
    for (Node node : graph.getNodes()) if (graph.getDegree(node) == 0) alone.add(node);
    graph.removeAllNodes(alone);
  }

  /** A column of the edges by its title; ids are those of the file. */
  static Column column(String title) {
    for (Column column : model.getEdgeTable()) if (column.getTitle().equals(title)) return column;
    throw new IllegalArgumentException("no column " + title);
  }

  /** Preview > Refresh, Export: SVG. */
  static void picture(String name, boolean labels, float thickness, int font) throws Exception {
    PreviewProperties properties = Lookup.getDefault().lookup(PreviewController.class).getModel().getProperties();
    properties.putValue(PreviewProperty.SHOW_NODE_LABELS, labels);
    properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, true);
    properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("DejaVu Sans", Font.PLAIN, font));
    properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0f);
    properties.putValue(PreviewProperty.EDGE_CURVED, false);
    properties.putValue(PreviewProperty.EDGE_THICKNESS, thickness);
    properties.putValue(PreviewProperty.EDGE_OPACITY, 50f);
    properties.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(new Color(0x8090a0)));
    properties.putValue(PreviewProperty.ARROW_SIZE, 2f);
    ExportController exporter = Lookup.getDefault().lookup(ExportController.class);
    SVGExporter svg = (SVGExporter) exporter.getExporter("svg");  // PNG asks for a screen
    svg.setWorkspace(Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace());
    exporter.exportFile(new File(folder, name + ".svg"), svg);
  }
}
