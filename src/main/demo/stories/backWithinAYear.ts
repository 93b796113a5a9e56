import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import type { OpenedRecord } from './opened.ts'
import { outlined } from './outline.ts'
import { reeceInCourt } from './reeceInCourt.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellEvent } from './story.ts'

/** Closed, a referral that went no further, and then back within the year. */
export const backWithinAYear: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Pickersgale',
    known: ago(teller, 520),
    ethnicity: 'MWBC',
    troubles: ['harm_outside_home', 'domestic_abuse'],
    home: { label: 'Mother’s home', lines: '118 Kingfisher Drive\nAldermere', postcode: 'ZZ99 5KD' },
    children: [{ given: 'Reece', sex: 'M', born: aged(teller, 15, 1), school: 'secondary' }],
    adults: [{ given: 'Chantelle', sex: 'F', born: aged(teller, 37), part: 'mother', atHome: true }],
  })
  const cast = { team: firstTeam(county), lead: personaOf(county, 'socialWorker'), busyness: 1 }
  const tell = (outline: Parameters<typeof outlined>[2]) =>
    tellEpisode(teller, county, family, outlined(teller, family, outline), cast)
  tell({
    kind: 'inNeed',
    received: 519,
    source: '6',
    need: 'N1',
    authorised: 470,
    plan: { started: 462, ended: 290 },
    closed: 287,
  })
  tell({ kind: 'noFurtherAction', received: 160, source: '2A', need: 'N6', closed: 159 })
  tell({ kind: 'assessed', received: 24, source: '6', need: 'N1', authorised: -30, closed: -34 })
  tellEvent(teller, family.children, {
    on: ago(teller, 25),
    description: 'Missing for two nights; found forty miles away in a car with two older men',
    source: 'Police',
    impact: 'Reece says it was a favour for a friend. He would not say who the friend is.',
  })
  const [reece] = family.children
  if (!reece) throw new Error('Reece was cast')
  return {
    open: 1,
    people: 2,
    openings: [foundAtNight(teller, county, reece.id)],
    court: reeceInCourt(teller, county, reece.id),
  }
}

/** Opened in the night in which he was found, and read by his manager two days late. */
function foundAtNight(teller: Teller, county: County, personId: Uuid): OpenedRecord {
  const dice = teller.dice.fork('found at night') // nobody else’s chances change
  const on = ago(teller, 25).subtract({ days: 1 })
  return {
    id: dice.id(),
    workerId: personaOf(county, 'dutyWorker').id,
    personId,
    kind: 'duty',
    code: 'immediate_risk',
    reason: 'Police have found Reece in a car forty miles away and ask who may fetch him',
    at: at(on, '23:40'),
    endsAt: at(on.add({ days: 1 }), '08:00'),
    review: {
      id: dice.id(),
      finding: 'justified',
      remark: 'Right, and quick. I was in court for two days and read it late.',
      by: personaOf(county, 'teamManager').id,
      at: at(addWorkingDays(on, 3), '15:20'),
    },
  }
}
