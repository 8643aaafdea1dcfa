import { createLibrary, type Library } from './domain/library.ts'
import type { Ports } from './ports.ts'

/** What every handler works with: the ports, and the compiled versions kept in memory. */
export interface Services extends Ports {
  library: Library
}

export function createServices(ports: Ports): Services {
  return { ...ports, library: createLibrary(ports.bundles) }
}
