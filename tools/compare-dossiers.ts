/**
 * Checks that everything in a directory of dossiers is carried over in bundles/, and that both decide alike on random
 * applicants: `node tools/compare-dossiers.ts <dossiers directory>`. Exit 1 with one line for each difference.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BundleDocument } from '../schemas/index.ts'
import { parse } from '../schemas/validator/validate.ts'
import { carriedOver } from './dossiers/carried.ts'
import { differences } from './dossiers/differences.ts'
import { parseDossier } from './dossiers/dossier.ts'
import { foundIn } from './dossiers/found.ts'
import { differencesInMeaning } from './dossiers/meaning.ts'
import { randomFrom } from './dossiers/random-answers.ts'

const applicants = 2000
const seed = 430321

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'))

function compare(directory: string, file: string): string[] {
  const bundles = join(import.meta.dirname, '..', 'bundles')
  if (!readdirSync(bundles).includes(file)) return [`${file}: there is no such bundle`]
  const dossier = parseDossier(read(directory, file))
  const document = parse(BundleDocument, read(bundles, file))
  return [
    ...differences(carriedOver(dossier), foundIn(document), document.id),
    ...differencesInMeaning(dossier, document, randomFrom(seed), applicants).map(
      (line) => `${document.id}: ${line}`,
    ),
  ]
}

const [directory] = process.argv.slice(2)
if (directory === undefined) {
  process.stderr.write('Usage: node tools/compare-dossiers.ts <dossiers directory>\n')
  process.exit(2)
}
const files = readdirSync(directory).filter((file) => file.endsWith('.json'))
const found = files.flatMap((file) => compare(directory, file))
for (const line of found) process.stdout.write(`${line}\n`)
process.stdout.write(
  `${files.length} dossiers, ${applicants} random applicants each (seed ${seed}): ${found.length} differences\n`,
)
process.exitCode = found.length > 0 || files.length === 0 ? 1 : 0
