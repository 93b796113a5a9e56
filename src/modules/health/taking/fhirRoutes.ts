import type { SystemAnswer, SystemCall, SystemRoute } from '#platform/http'
import { capabilityStatement } from '../fhir/capability.ts'
import { FHIR_JSON } from '../fhir/outcome.ts'
import { refuseInFhir } from '../fhir/refuseInFhir.ts'
import { takeFhir } from './takeFhir.ts'

const takes = ['application/fhir+json', 'application/json'] as const

const takeAs =
  (door: 'message' | 'transaction') =>
  async ({ system, database, sealer, body }: SystemCall): Promise<SystemAnswer> => {
    const { status, answer } = await takeFhir({ database, sealer }, body, system?.codes ?? [], door)
    return { status, type: FHIR_JSON, body: answer }
  }

const common = { method: 'POST', scope: 'attendance.write', takes, refuse: refuseInFhir } as const

/** The door for hospitals that speak FHIR R4. */
export const fhirRoutes: readonly SystemRoute[] = [
  {
    ...common,
    url: '/fhir/R4/$process-message',
    summary: 'Take a message about a child at hospital, as a FHIR Bundle',
    handle: takeAs('message'),
  },
  {
    ...common,
    url: '/fhir/R4',
    summary: 'Take a FHIR transaction that creates the Encounter of a child at hospital',
    handle: takeAs('transaction'),
  },
  {
    method: 'GET',
    url: '/fhir/R4/metadata',
    scope: null,
    summary: 'What the FHIR door can do',
    refuse: refuseInFhir,
    handle: async ({ origin }) => ({
      status: 200,
      type: FHIR_JSON,
      body: JSON.stringify(capabilityStatement(origin)),
    }),
  },
]
