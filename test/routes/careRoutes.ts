import { makeUuid } from '#platform/ids'
import type { SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** GET pages of times in care in one person's record, and their forms. */
export const careReadPaths: Readonly<Record<string, string>> = {
  '/people/:personId/care': '/care',
  '/people/:personId/care/new': '/care/new',
  '/people/:personId/care/:periodId/end': `/care/${nobody}/end`,
  '/people/:personId/care/:periodId/change': `/care/${nobody}/change`,
  '/people/:personId/care/:periodId/withdraw': `/care/${nobody}/withdraw`,
}

const day = (name: string, on: string) => {
  const { day: ofMonth, month, year } = Temporal.PlainDate.from(on)
  return { [`${name}-day`]: `${ofMonth}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
}

/** A period of a child of the holder's. */
async function period({ record, child }: Stage): Promise<string> {
  const personId = await child()
  const of = { person_id: personId, started_on: '2026-02-02', began_under: 'V2' }
  return `/people/${personId}/care/${await tell(record, 'period_of_care', of)}`
}

type Fields = Readonly<Record<string, string>>
const onPeriod = (rest: string, fields: Fields): SendRoute => ({
  fill: async stage => ({
    by: 'holder',
    url: `${await period(stage)}${rest}`,
    fields: { ...fields, version: '1' },
  }),
  address: one => `/people/${one.personId}/care/${nobody}${rest}`,
})

/** Forms of times in care. */
export const careSends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/care/new': {
    fill: async ({ child }) => ({
      by: 'holder',
      url: `/people/${await child()}/care/new`,
      fields: { ...day('started', '2026-02-02'), under: 'V2' },
    }),
    address: one => `/people/${one.personId}/care/new`,
  },
  '/people/:personId/care/:periodId/end': onPeriod('/end', { ...day('ended', '2026-03-03'), why: 'E4A' }),
  '/people/:personId/care/:periodId/change': onPeriod('/change', {
    ...day('started', '2026-02-01'),
    under: 'C1',
  }),
  '/people/:personId/care/:periodId/withdraw': onPeriod('/withdraw', { reason: 'It was his brother' }),
}
