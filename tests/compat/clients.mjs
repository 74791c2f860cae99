// Prints what the JavaScript clients see: clients.mjs graphml FILE | jsonld FILE
import { createReadStream, readFileSync } from "node:fs";
import { MultiDirectedGraph } from "graphology";
import graphml from "graphology-graphml";
import { DOMParser } from "@xmldom/xmldom";
import jsonld from "jsonld";
import { JsonLdParser } from "jsonld-streaming-parser";

async function streamed(file) {
  // The streaming profile makes the parser refuse a late @context or @type.
  const parser = new JsonLdParser({ streamingProfile: true });
  let triples = 0;
  for await (const _ of createReadStream(file).pipe(parser)) ++triples;
  return triples;
}

const [kind, file] = process.argv.slice(2);
if (kind === "graphml") {
  globalThis.DOMParser = DOMParser;
  const graph = graphml.parse(MultiDirectedGraph, new DOMParser().parseFromString(readFileSync(file, "utf8"), "text/xml"));
  const labels = graph.mapNodes((_, attributes) => attributes.label).filter((label) => label);
  console.log(JSON.stringify({ nodes: graph.order, edges: graph.size, labels: labels.length }));
} else {
  const quads = await jsonld.toRDF(JSON.parse(readFileSync(file, "utf8")));
  console.log(JSON.stringify({ triples: quads.length, streamed: await streamed(file) }));
}
