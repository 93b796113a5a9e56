import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellWritten } from './story.ts'
import { tellReassessment } from './tellReassessment.ts'
import { tellSupervisions } from './tellSupervisions.ts'
import { tellTeamWork } from './tellTeamWork.ts'

/**
 * A family with all three needs, six weeks in: a mother who drinks, is low and was harmed by the father; four practitioners beside the
 * social worker, each with a strand; one chapter that is silent; two group supervisions; a wall between those who work with each parent.
 */
export const threeNeeds: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Quillbrook',
    known: ago(teller, 71),
    troubles: ['domestic_abuse', 'substances', 'mental_health'],
    home: { label: 'Mother’s home', lines: '6 Curlew Rise\nAldermere', postcode: 'ZZ99 6CR' },
    children: [
      { given: 'Effie', sex: 'F', born: aged(teller, 8, 2), school: 'primary' },
      { given: 'Robin', sex: 'M', born: aged(teller, 4, 6) },
    ],
    adults: [
      { given: 'Carys', sex: 'F', born: aged(teller, 32), part: 'mother', atHome: true },
      { given: 'Dean', family: 'Fallowby', sex: 'M', born: aged(teller, 35), part: 'father', atHome: false },
    ],
  })
  const [effie, robin] = family.children
  const [mother, father] = family.adults
  if (!effie || !robin || !mother || !father) throw new Error('Four people were cast')
  const course = outlined(teller, family, {
    kind: 'inNeed',
    received: 64,
    source: '3A',
    need: 'N2',
    authorised: 44,
    plan: { started: 40, ended: -150 },
    closed: -160,
  })
  const lead = personaOf(county, 'socialWorker')
  const team = firstTeam(county)
  const telling = tellEpisode(teller, county, family, course, { busyness: 1, team, lead })
  tellWritten(telling, {
    on: addWorkingDays(teller.today, -3),
    time: '16:10',
    purpose: 'cin_visit',
    body: 'I visited after school. Carys had cooked and both children were at the table. She told me about the week without looking at the door. Robin’s chair is mended.',
    children: [
      {
        id: effie.id,
        wasSeen: true,
        wasSeenAlone: true,
        bedroomSeen: true,
        ownWords: 'Mum was up before me four times. I counted.',
      },
      {
        id: robin.id,
        wasSeen: true,
        wasSeenAlone: false,
        whyNotAlone: 'Too young',
        bedroomSeen: true,
        observations: 'Robin showed me where the noise used to be and said that it is gone.',
      },
    ],
  })
  const book = tellTeamWork(teller, county, {
    family,
    team,
    people: { effie: effie.id, robin: robin.id, mother: mother.id, father: father.id },
  })
  tellSupervisions(teller, county, book)
  tellReassessment(teller, {
    book,
    family,
    referrals: telling.referred.referrals,
    leadId: lead.id,
    mother: 'Carys Quillbrook',
  })
  teller.chronicle.tell('task', at(ago(teller, 4), '15:40'), {
    id: teller.dice.id(),
    person_id: effie.id,
    worker_id: lead.id,
    title: 'Ask the school who meets Effie in the morning',
    due_on: addWorkingDays(teller.today, 2),
  })
  return {
    open: 2,
    people: 4,
    walls: [
      { from: father.id, protects: [mother.id], reason: 'He has waited outside her work', by: lead.id },
    ],
  }
}
