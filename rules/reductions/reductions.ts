import type { BundleDocument, Decision, LocalText, Material } from '../../schemas/index.ts'

/** 五减: items 事项, steps 环节, visits 跑动次数, days 时限 (working days), materials 材料. */
export const figures = ['items', 'steps', 'visits', 'days', 'materials'] as const
export type Figure = (typeof figures)[number]

/** Over how many cases a figure could be worked out, and what it came to. The mean has two decimals. */
export type Spread = {
  readonly cases: number
  readonly mean: number
  readonly least: number
  readonly most: number
}

/** One of the five reductions: before the bundle, as announced, and as decided case by case. */
export type Reduction = {
  readonly figure: Figure
  readonly baseline: number
  readonly announced: number
  /** Null: decisions do not say; the announced figure is all there is. */
  readonly decided: Spread | null
  /** What is counted, or why nothing is. */
  readonly meaning: LocalText
}

export type Reductions = {
  readonly bundle: string
  /** Cases that were not turned away, over which the figures are worked out. */
  readonly accepted: number
  readonly rejected: number
  readonly reductions: readonly Reduction[]
}

const meanings: Readonly<Record<Figure, Required<LocalText>>> = {
  items: {
    'zh-CN': '每件实际包含的事项数;原来分别申请,现在一次申请。',
    en: 'Procedures in each case; they used to be applied for one by one and are now applied for together.',
  },
  steps: {
    'zh-CN': '每件分派任务的阶段数;同一阶段的任务并联办理,算一个环节。',
    en: 'Stages of the tasks of each case; tasks of one stage run side by side and count once.',
  },
  visits: {
    'zh-CN': '办理决定不记录跑动次数,这里只有公布的数字。',
    en: 'Decisions do not record visits; only the announced figure is known.',
  },
  days: {
    'zh-CN': '每件承诺的工作日,不是实际用时;没有承诺时限的不计入。',
    en: 'Working days promised in each case, not those it took; cases without a limit are left out.',
  },
  materials: {
    'zh-CN': '每件需要申请人提交的材料数;数据共享免提交的和系统生成的不算。',
    en: 'Documents the applicant has to hand in; shared and generated ones do not count.',
  },
}

/** Who brings a document: the applicant does, whoever issued it; shared and generated ones nobody brings. */
const brought: Readonly<Record<Material['source'], boolean>> = {
  applicant: true,
  'government-issued': true,
  intermediary: true,
  shared: false,
  generated: false,
}

class Running {
  private cases = 0
  private sum = 0
  private least = Infinity
  private most = 0

  add(value: number): void {
    this.cases++
    this.sum += value
    this.least = Math.min(this.least, value)
    this.most = Math.max(this.most, value)
  }

  get spread(): Spread | null {
    const { cases, least, most } = this
    return cases === 0 ? null : { cases, mean: Math.round((this.sum / cases) * 100) / 100, least, most }
  }
}

/** The five reductions over decisions as they were really made, added one after the other. */
export class ReductionTally {
  private readonly document: BundleDocument
  private readonly running = {
    items: new Running(),
    steps: new Running(),
    days: new Running(),
    materials: new Running(),
  }
  private accepted = 0
  private rejected = 0

  constructor(document: BundleDocument) {
    this.document = document
  }

  /** Counts a decision in which nothing is open; one that turns the applicant away changes no figure. */
  add({ eligibility, items, tasks, limit, materials }: Decision): void {
    if (eligibility === 'rejected') {
      this.rejected++
      return
    }
    this.accepted++
    this.running.items.add(items.length)
    this.running.steps.add(new Set(tasks.map(({ stage }) => stage)).size)
    if (limit.days !== null) this.running.days.add(limit.days)
    this.running.materials.add(materials.filter(({ id }) => this.isBrought(id)).length)
  }

  private isBrought(material: string): boolean {
    const source = this.document.materials[material]?.source
    return source !== undefined && brought[source]
  }

  result(): Reductions {
    const { document, running, accepted, rejected } = this
    return {
      bundle: document.id,
      accepted,
      rejected,
      reductions: figures.map((figure) => ({
        figure,
        baseline: document.baseline[figure],
        announced: document.announced[figure],
        decided: figure === 'visits' ? null : running[figure].spread,
        meaning: meanings[figure],
      })),
    }
  }
}
