import { serviceActor } from '#platform/db'
import type { SystemAnswer, SystemCall, SystemRoute } from '#platform/http'
import { checkNhsNumber } from '#reference'
import { FHIR_JSON, operationOutcome } from '../../fhir/outcome.ts'
import { refuseInFhir } from '../../fhir/refuseInFhir.ts'
import { careTeamBundle } from './careTeamBundle.ts'
import { lookAtPlans } from './lookAtPlans.ts'

const NHS_NUMBER = 'https://fhir.nhs.uk/Id/nhs-number'

const wrong = (detail: 'INVALID_SEARCH_DATA' | 'PRECONDITION_FAILED', words: string): SystemAnswer => ({
  status: 400,
  type: FHIR_JSON,
  body: JSON.stringify(operationOutcome([{ severity: 'error', code: 'invalid', detail, words }])),
})

/** Whether the child is there unexpectedly; null: the caller did not say. */
function unscheduledOf({ headers }: SystemCall): boolean | null {
  const said = String(headers['isunscheduledaccessevent'] ?? '').toLowerCase()
  return said === 'true' ? true : said === 'false' ? false : null
}

function numberOf({ query }: SystemCall): string | null {
  const [system, value = '', ...more] = String(query['patient:identifier'] ?? '').split('|')
  const checked = checkNhsNumber(value)
  return system === NHS_NUMBER && more.length === 0 && checked.ok ? checked.value : null
}

/**
 * `GET /fhir/R4/CareTeam`: whether a child is on a plan, looked after or expected, in the shape of the national service (CP-IS FHIR R4 guide, May
 * 2025), from the council's own record. Unlike there, a call that does not say whether it is unscheduled is refused: a careless one would alarm
 * a social worker, or fail to.
 */
export const careTeamRoute: SystemRoute = {
  method: 'GET',
  url: '/fhir/R4/CareTeam',
  scope: 'plan-status.read',
  summary: 'Whether a child is on a plan, looked after or expected',
  refuse: refuseInFhir,
  async handle(call): Promise<SystemAnswer> {
    const { system, database, correlation, authorityName } = call
    if (system === null) throw new Error('A route with a scope is reached by a system')
    const isUnscheduled = unscheduledOf(call)
    if (isUnscheduled === null)
      return wrong(
        'PRECONDITION_FAILED',
        'Say in the header IsUnscheduledAccessEvent whether this is unscheduled care: true or false.',
      )
    const nhsNumber = numberOf(call)
    if (nhsNumber === null)
      return wrong(
        'INVALID_SEARCH_DATA',
        `Ask by patient:identifier=${NHS_NUMBER}| and one valid NHS number.`,
      )
    const look = { system, nhsNumber, isUnscheduled, authorityName }
    const { plans, contact } = await database.as(
      serviceActor('listener'),
      'plan_status',
      work => lookAtPlans(work, look),
      {
        correlation,
      },
    )
    return { status: 200, type: FHIR_JSON, body: JSON.stringify(careTeamBundle(nhsNumber, plans, contact)) }
  },
}
