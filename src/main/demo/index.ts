/** The demo county: an invented authority with families who have stories. */
export { type DemoOrder, makeDemo } from './makeDemo.ts'
export { type Persona, type PersonaKey, personas } from './personas.ts'
