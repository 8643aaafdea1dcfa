import { parseDocument } from '../../../rules/publishing.ts'
import { type BundleDocument, isJsonObject, type PatchStep } from '../../../schemas/index.ts'

function segmentsOf(path: string): string[] {
  return path
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function apply(root: unknown, step: PatchStep): void {
  const segments = segmentsOf(step.path)
  const last = segments.pop() ?? ''
  let parent: unknown = root
  for (const segment of segments)
    parent = Array.isArray(parent)
      ? parent[Number(segment)]
      : isJsonObject(parent)
        ? parent[segment]
        : undefined
  if (Array.isArray(parent)) {
    if (step.op === 'remove') parent.splice(Number(last), 1)
    else parent.splice(Number(last), step.op === 'replace' ? 1 : 0, step.value)
  } else if (isJsonObject(parent)) {
    if (step.op === 'remove') delete parent[last]
    else parent[last] = step.value
  } else throw new Error(`nothing at ${step.path}`)
}

/** The document with a finding's fix applied. @throws DocumentError where the result is no document */
export function patched(document: BundleDocument, steps: readonly PatchStep[]): BundleDocument {
  const copy: unknown = structuredClone(document)
  for (const step of steps) apply(copy, step)
  return parseDocument(copy)
}
