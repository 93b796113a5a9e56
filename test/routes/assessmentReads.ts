import { type Addresses, identity, nobody, ofPerson, uncertain } from './addresses.ts'
import { assessed } from './gates.ts'
import type { Told } from './shapes.ts'

const jointOf = (one: Told): string => `/assessments/${one.rowIds['assessment'] ?? nobody}`
const reading = (rest = ''): Addresses => ofPerson(one => `${jointOf(one)}${rest}`, assessed)
const writing = (rest: (one: Told) => string): Addresses =>
  ofPerson(one => `${jointOf(one)}${rest(one)}`, assessed, uncertain)
const jointForms = [
  'children',
  'take-in',
  'needs',
  'factors',
  'outcomes',
  'checkpoints',
  'check',
  'late',
  'stop',
]
/** The pages of assessments. */
export const assessmentReads: Readonly<Record<string, Addresses>> = {
  '/people/:personId/assessments/new': ofPerson(
    one => `/people/${one.personId}/assessments/new`,
    identity,
    uncertain,
  ),
  '/people/:personId/assessments/current': ofPerson(
    one => `/people/${one.personId}/assessments/current`,
    identity,
    uncertain,
  ),
  '/assessments/:jointId': reading(),
  '/assessments/:jointId/seen': reading('/seen'),
  '/assessments/:jointId/versions': reading('/versions'),
  '/assessments/:jointId/copies': reading('/copies'),
  '/assessments/:jointId/print': writing(() => '/print'),
  '/assessments/:jointId/copies/:personId': writing(one => `/copies/${one.personId}?include=history`),
  '/assessments/:jointId/copies/:personId/print': writing(one => `/copies/${one.personId}/print`),
  '/assessments/:jointId/parts/:part': writing(() => '/parts/purpose'),
  '/assessments/:jointId/children/:personId': writing(one => `/children/${one.personId}`),
  '/assessments/:jointId/children/:personId/take-out': writing(one => `/children/${one.personId}/take-out`),
  '/assessments/:jointId/views/:personId': writing(one => `/views/${one.personId}`),
  ...Object.fromEntries(jointForms.map(form => [`/assessments/:jointId/${form}`, writing(() => `/${form}`)])),
}
