import type { Test } from '../../operators/operator.ts'
import type { Fill } from '../block.ts'
import { type Column, fillByTest } from './column.ts'

/** Groups of answers and fields whose kind changed between versions: values as they are, tested row by row. */
export class PlainColumn implements Column {
  private readonly values: unknown[] = []

  add(value: unknown): void {
    this.values.push(value ?? null)
  }

  valueAt(row: number): unknown {
    return this.values[row]
  }

  compare(_operator: string, test: Test, constant: unknown): Fill {
    return fillByTest(this, test, constant)
  }
}
