// Prints what the JavaScript clients see: clients.mjs graphml|gexf|graphology|cytoscape|jsonld FILE
import { createReadStream, readFileSync } from "node:fs";
import cytoscape from "cytoscape";
import { MultiDirectedGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { DOMParser } from "@xmldom/xmldom";
import jsonld from "jsonld";
import { JsonLdParser } from "jsonld-streaming-parser";

globalThis.DOMParser = DOMParser;
const parsed = (file) => new DOMParser().parseFromString(readFileSync(file, "utf8"), "text/xml");

function print(graph) {
  console.log(JSON.stringify({ nodes: graph.mapNodes((key, attributes) => ({ key, attributes })),
    edges: graph.mapEdges((key, attributes, source, target) => ({ key, source, target, attributes })) }));
}

async function streamed(file) {
  // The streaming profile makes the parser refuse a late @context or @type.
  const parser = new JsonLdParser({ streamingProfile: true });
  let triples = 0;
  for await (const _ of createReadStream(file).pipe(parser)) ++triples;
  return triples;
}

const readers = {
  graphml: (file) => print(graphml.parse(MultiDirectedGraph, parsed(file))),
  gexf: (file) => print(gexf.parse(MultiDirectedGraph, parsed(file))),
  graphology: (file) => print(MultiDirectedGraph.from(JSON.parse(readFileSync(file, "utf8")))),
  cytoscape: (file) => {
    const seen = cytoscape({ headless: true, elements: JSON.parse(readFileSync(file, "utf8")).elements });
    console.log(JSON.stringify({ nodes: seen.nodes().map((node) => node.id()), edges: seen.edges().map((edge) => edge.id()) }));
  },
  jsonld: async (file) => {
    const quads = await jsonld.toRDF(JSON.parse(readFileSync(file, "utf8")));
    console.log(JSON.stringify({ "jsonld.js": quads.length, "jsonld-streaming-parser": await streamed(file) }));
  },
};

const [kind, file] = process.argv.slice(2);
await readers[kind](file);
