import { readSource } from "../../server/core/syntax/read-source.ts";
import { testSections } from "./sections.ts";
import { shapeText } from "./shape-text.ts";

testSections("hard-places.txt", ({ source, dialect }) => shapeText(readSource(source, dialect)));
