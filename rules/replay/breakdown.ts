import type { Block } from './block.ts'
import type { Labels } from './case-table.ts'
import type { Breakdown, ChangeKind } from './result.ts'

/** Changed cases by township or month. */
export class BreakdownCounter {
  private readonly labels: Labels
  private readonly changed: Uint32Array
  private readonly by: Readonly<Record<ChangeKind, Uint32Array>>

  constructor(labels: Labels) {
    this.labels = labels
    const zeros = () => new Uint32Array(labels.names.length)
    this.changed = zeros()
    this.by = {
      eligibility: zeros(),
      items: zeros(),
      materials: zeros(),
      departments: zeros(),
      days: zeros(),
      fees: zeros(),
      estimates: zeros(),
    }
  }

  /** `kind` left out: changed in any way. */
  count(block: Block, changed: Int32Array, kind?: ChangeKind): void {
    const counts = kind ? this.by[kind] : this.changed
    for (let place = 0; place < counts.length; place++)
      counts[place] = (counts[place] as number) + this.labels.countAmong(place, changed, block)
  }

  result(): Breakdown[] {
    return this.labels.names
      .map((key, place): Breakdown => {
        const at = (kind: ChangeKind): number => this.by[kind][place] as number
        return {
          key,
          cases: this.labels.counts[place] ?? 0,
          changed: this.changed[place] as number,
          by: recordOf(at),
        }
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  }
}

export function recordOf(count: (kind: ChangeKind) => number): Record<ChangeKind, number> {
  return {
    eligibility: count('eligibility'),
    items: count('items'),
    materials: count('materials'),
    departments: count('departments'),
    days: count('days'),
    fees: count('fees'),
    estimates: count('estimates'),
  }
}
