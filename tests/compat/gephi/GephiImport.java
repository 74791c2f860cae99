import java.awt.Color;
import java.awt.Font;
import java.io.File;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Opens files with the importers of Gephi and prints for each one line of JSON with what Gephi holds and what its import report
 * says above INFO. usage: GephiImport FILE... [--picture OUT.svg|OUT.png]
 */
public class GephiImport {
  public static void main(String[] arguments) throws Exception {
    // The toolkit logs to standard output's sibling; the answer alone goes to standard output.
    String picture = null;
    for (int i = 0; i < arguments.length; ++i) {
      if (arguments[i].equals("--picture")) picture = arguments[i + 1];
    }
    for (int i = 0; i < arguments.length && !arguments[i].equals("--picture"); ++i) open(new File(arguments[i]), picture);
    System.exit(0);  // the toolkit leaves threads behind
  }

  static void open(File file, String picture) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    Map<String, Integer> issues = new TreeMap<>();
    Report report = container.getReport();
    for (Iterator<Issue> it = report.getIssues(Integer.MAX_VALUE); it.hasNext();) {
      Issue issue = it.next();
      if (issue.getLevel() != Issue.Level.INFO) issues.merge(issue.getLevel() + ": " + issue.getMessage(), 1, Integer::sum);
    }
    container.closeLoader();
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    int labels = 0, placed = 0, timed = 0;
    for (Node node : model.getGraph().getNodes()) {
      if (node.getLabel() != null && !node.getLabel().isEmpty()) ++labels;
      if (node.x() != 0 || node.y() != 0) ++placed;
    }
    double weight = 0;
    for (Edge edge : model.getGraph().getEdges()) {
      weight += edge.getWeight();
      boolean points = model.getConfiguration().getTimeRepresentation() == TimeRepresentation.TIMESTAMP;
      if (points ? edge.getTimestamps().length > 0 : edge.getIntervals().length > 0) ++timed;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("nodes", model.getGraph().getNodeCount());
    answer.put("edges", model.getGraph().getEdgeCount());
    answer.put("labels", labels);
    answer.put("kinds", model.getEdgeTypeCount());
    answer.put("placed", placed);
    answer.put("timed", timed);
    answer.put("weight", weight);
    StringBuilder json = new StringBuilder("{");
    answer.forEach((key, value) -> json.append('"').append(key).append("\":").append(value).append(','));
    json.append("\"issues\":[");
    issues.forEach((text, count) -> json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append(quoted(text + " (" + count + ")")));
    System.out.println(json.append("]}"));
    if (picture != null) draw(new File(picture));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** What the Preview tab of Gephi exports, with its own colours and places. */
  static void draw(File file) throws Exception {
    PreviewProperties look = Lookup.getDefault().lookup(PreviewController.class).getModel().getProperties();
    look.putValue(PreviewProperty.SHOW_NODE_LABELS, Boolean.TRUE);
    look.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, Boolean.TRUE);
    look.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("DejaVu Sans", Font.PLAIN, 3));
    look.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0f);
    look.putValue(PreviewProperty.EDGE_CURVED, Boolean.FALSE);
    look.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(new Color(190, 198, 210)));
    look.putValue(PreviewProperty.EDGE_THICKNESS, 0.6f);
    look.putValue(PreviewProperty.ARROW_SIZE, 1.5f);
    look.putValue(PreviewProperty.BACKGROUND_COLOR, Color.WHITE);
    Lookup.getDefault().lookup(ExportController.class).exportFile(file);
  }
}
