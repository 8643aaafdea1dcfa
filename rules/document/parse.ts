import { BundleDocument } from '../../schemas/index.ts'
import { InvalidInputError } from '../../schemas/validator/invalid-input-error.ts'
import { parse } from '../../schemas/validator/validate.ts'
import { DocumentError } from '../document-error.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { checkCycles } from './check-cycles.ts'
import { checkForm } from './check-form.ts'
import { checkRules } from './check-rules.ts'
import { checkScenarios } from './check-scenarios.ts'

/**
 * A bundle document from an untrusted value: its shape, everything it refers to, its conditions, formulas, tables and
 * regular expressions, cycles, and the names its scenarios use. What it returns can be compiled and decided.
 * @throws DocumentError with every fault found, each with a JSON Pointer into the value.
 */
export function parseDocument(value: unknown): BundleDocument {
  const document = parseShape(value)
  const faults = [
    ...checkForm(document),
    ...checkCatalogue(document),
    ...checkRules(document),
    ...checkScenarios(document),
  ]
  if (faults.length === 0) faults.push(...checkCycles(document))
  if (faults.length > 0) throw new DocumentError(faults)
  return document
}

function parseShape(value: unknown): BundleDocument {
  try {
    return parse(BundleDocument, value)
  } catch (error) {
    if (error instanceof InvalidInputError) throw new DocumentError(error.faults)
    throw error
  }
}
