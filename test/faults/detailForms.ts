import { dated, onChild, personPath, today } from '../routes/fills.ts'
import type { Filled, Stage } from '../routes/shapes.ts'
import { tell } from '../routes/tell.ts'
import type { Write } from './write.ts'

type Fill = Write['fill']

/** The version that the form at this address carries, beside what is filled in. */
export async function versionAt(stage: Stage, by: Filled['by'], url: string): Promise<string> {
  const { body } = await stage.visitors[by].get(url)
  return /name="recorded_from" value="([^"]+)"/.exec(body)?.[1] ?? ''
}

/** The holder changes a fact of a new child that stands in a row of its own. */
const changing =
  (part: string, table: string | null, values: Filled['fields'], fields: Filled['fields']): Fill =>
  async stage => {
    const personId = await stage.child()
    const row =
      table === null ? '' : `/${await tell(stage.record, table, { person_id: personId, ...values })}`
    const url = personPath(personId, `/details/${part}${row}`)
    return {
      by: 'holder',
      url,
      fields: { ...fields, recorded_from: await versionAt(stage, 'holder', url) },
    }
  }

/** Facts added to the details of a child, beside contact details. */
export const addingDetails: Readonly<Record<string, Fill>> = {
  address: onChild('/details/address', () => ({
    kind: 'home',
    lines: '9 Nowhere Walk',
    postcode: 'ZZ99 3WZ',
  })),
  'confidential address': onChild('/details/address', () => ({
    kind: 'refuge',
    lines: '9 Nowhere Walk',
    is_confidential: 'yes',
  })),
  identifier: onChild('/details/identifier', () => ({ kind: 'nhs_number', value: '9990000018' })),
  disability: onChild('/details/disability', () => ({ code: 'LD' })),
  'main name': onChild('/details/name', () => ({
    kind: 'legal',
    given: 'Saffron',
    family: 'Newname',
    is_main: 'yes',
  })),
}

/** Facts of a child that are changed. */
export const changingDetails: Readonly<Record<string, Fill>> = {
  'birth and death': changing('life', null, {}, dated('date_of_birth', today().subtract({ years: 9 }))),
  'personal details': changing('facts', null, {}, { religion: 'None that they know of', sex: 'F' }),
  'main name': changing(
    'name',
    'person_name',
    { kind: 'former', given: 'Saffron', family: 'Oldname', is_main: 'false' },
    { kind: 'legal', given: 'Saffron', family: 'Newname', is_main: 'yes' },
  ),
  address: changing(
    'address',
    'person_address',
    { lines: '8 Nowhere Walk' },
    { kind: 'home', lines: '9 Nowhere Walk' },
  ),
  identifier: changing(
    'identifier',
    'person_identifier',
    { kind: 'nhs_number', value: '9990000026' },
    { kind: 'nhs_number', value: '9990000018' },
  ),
  disability: changing('disability', 'person_disability', { code: 'MOB' }, { code: 'LD' }),
}
