import java.io.File;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Opens files with the importers of Gephi and prints for each one line of JSON with what Gephi holds and what its import report
 * says above INFO. usage: GephiImport FILE...
 */
public class GephiImport {
  public static void main(String[] arguments) throws Exception {
    for (String argument : arguments) open(new File(argument));
    System.exit(0);  // the toolkit leaves threads behind
  }

  static void open(File file) throws Exception {
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
    int labels = 0, placed = 0, timed = 0, times = 0, weighted = 0;
    for (Node node : model.getGraph().getNodes()) {
      if (node.getLabel() != null && !node.getLabel().isEmpty()) ++labels;
      if (node.x() != 0 || node.y() != 0) ++placed;
    }
    double weight = 0, weights = 0;
    Set<Object> kinds = new HashSet<>();
    for (Edge edge : model.getGraph().getEdges()) {
      weight += edge.getWeight();
      if (edge.hasDynamicWeight()) {
        ++weighted;
        for (Map.Entry<?, Double> entry : edge.getWeights()) weights += entry.getValue();
      }
      kinds.add(edge.getTypeLabel());
      boolean points = model.getConfiguration().getTimeRepresentation() == TimeRepresentation.TIMESTAMP;
      int own = points ? edge.getTimestamps().length : edge.getIntervals().length;
      if (own > 0) ++timed;
      times += own;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("nodes", model.getGraph().getNodeCount());
    answer.put("edges", model.getGraph().getEdgeCount());
    answer.put("labels", labels);
    answer.put("kinds", kinds.size());
    answer.put("placed", placed);
    answer.put("timed", timed);
    answer.put("times", times);
    answer.put("weight", weight);
    answer.put("weighted", weighted);
    answer.put("weights", weights);
    StringBuilder json = new StringBuilder("{");
    answer.forEach((key, value) -> json.append('"').append(key).append("\":").append(value).append(','));
    json.append("\"issues\":[");
    issues.forEach((text, count) -> json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append(quoted(text + " (" + count + ")")));
    System.out.println(json.append("]}"));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
