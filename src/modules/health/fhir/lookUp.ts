import type { Bundle, Reference } from './resources.ts'

type Resource = Bundle['entry'][number]['resource']

/** Finds the resource of the same bundle that a reference means; null: it names none of them. */
export type Resolve = (reference: Reference | undefined) => Resource | null

/** References of a bundle, by full address, by type and id, or by the id alone. Source: hl7.org/fhir/R4/bundle.html#references. */
export function lookUp({ entry }: Bundle): Resolve {
  const known = new Map<string, Resource>()
  for (const { fullUrl, resource } of entry) {
    if (fullUrl !== undefined) known.set(fullUrl, resource)
    if (resource.id === undefined) continue
    known.set(`${resource.resourceType}/${resource.id}`, resource)
    known.set(`urn:uuid:${resource.id}`, resource)
  }
  return reference => {
    const said = reference?.reference
    if (said === undefined) return null
    return known.get(said) ?? known.get(said.split('/').slice(-2).join('/')) ?? null
  }
}
