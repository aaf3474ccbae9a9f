// Prints what libxml2 finds in XML files by a schema: node validate.mjs SCHEMA.rng FILE…
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { memoryPages, validateXML } from "xmllint-wasm";

const [schema, ...files] = process.argv.slice(2);
for (const file of files) {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: basename(file), contents: readFileSync(file, "utf8") }],
    schema: [readFileSync(schema, "utf8")],
    extension: "relaxng",
    maxMemoryPages: 4 * memoryPages.GiB / 16,
  });
  if (!valid) for (const { rawMessage } of errors) console.log(rawMessage);
}
