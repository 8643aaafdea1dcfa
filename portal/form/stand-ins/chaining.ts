/** Stands in for json-logic-engine's probe for optional chaining, which asks by evaluating code. Every browser we build for has it. */
export default function chainingSupported(): boolean {
  return true
}
