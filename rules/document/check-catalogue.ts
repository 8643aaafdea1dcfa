import { type BundleDocument, type Fault, pointerTo } from '../../schemas/index.ts'
import { isReservedName } from '../conditions/vocabulary.ts'
import { danglingAmong, fault, repeated } from './fault.ts'

const department = ['部门', 'department'] as const
const item = ['事项', 'item'] as const

/** Departments, items and materials: everything they name has to be in the document. */
export function checkCatalogue(document: BundleDocument): Fault[] {
  const departments = new Set(document.departments.map(({ code }) => code))
  const items = new Set(Object.keys(document.items))
  const faults = danglingAmong([document.lead], departments, department, () => '/lead')
  for (const { name, index } of repeated(document.departments.map(({ code }) => code))) {
    faults.push(
      fault(
        'department-repeated',
        pointerTo('departments', index, 'code'),
        `部门“${name}”重复。`,
        `The department “${name}” stands twice.`,
      ),
    )
  }
  for (const [id, entry] of Object.entries(document.items)) {
    faults.push(
      ...danglingAmong([entry.department], departments, department, () =>
        pointerTo('items', id, 'department'),
      ),
    )
    faults.push(
      ...danglingAmong(entry.dependsOn, items, item, (index) => pointerTo('items', id, 'dependsOn', index)),
    )
  }
  for (const [id, entry] of Object.entries(document.materials)) {
    faults.push(
      ...danglingAmong(entry.usedByItems, items, item, (index) =>
        pointerTo('materials', id, 'usedByItems', index),
      ),
    )
  }
  const facts = Object.keys(document.facts)
  for (const id of facts.filter(
    (name) => Object.hasOwn(document.form.fields, name) || isReservedName(name),
  )) {
    faults.push(
      fault(
        'reserved-name',
        pointerTo('facts', id),
        `“${id}”已是字段或保留名称。`,
        `“${id}” is already a field or a reserved name.`,
      ),
    )
  }
  return faults
}
