import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellWritten } from './story.ts'

/** A boy in need whom nobody has seen for eleven weeks: visits were tried, and none of them stops the clock. */
export const unseenChild: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Underhowe',
    known: ago(teller, 190),
    troubles: ['mental_health', 'neglect'],
    home: { label: 'Mother’s home', lines: '63 Whimbrel Crescent\nAldermere', postcode: 'ZZ99 8WC' },
    children: [{ given: 'Toby', sex: 'M', born: aged(teller, 14, 2), school: 'secondary' }],
    adults: [{ given: 'Sharon', sex: 'F', born: aged(teller, 39), part: 'mother', atHome: true }],
  })
  const outline = outlined(teller, family, {
    kind: 'inNeed',
    received: 189,
    source: '5D',
    need: 'N4',
    authorised: 133,
    plan: { started: 126, ended: -60 },
    closed: -64,
  })
  const telling = tellEpisode(teller, county, family, outline, {
    busyness: 0,
    team: firstTeam(county),
    lead: personaOf(county, 'newlyQualified'),
  })
  const [toby] = family.children
  if (!toby) throw new Error('Toby was cast')
  const visit = (days: number, time: string, body: string) =>
    tellWritten(telling, {
      on: ago(teller, days),
      time,
      purpose: days > 133 ? 'assessment_visit' : 'cin_visit',
      body,
      children: [{ id: toby.id, wasSeen: true, wasSeenAlone: true, bedroomSeen: false }],
    })
  visit(
    184,
    '16:00',
    'I saw Toby at home with Sharon. He said hello and went on with his game; later he asked whether I knew about fishing.',
  )
  visit(160, '15:40', 'Toby showed me the rod his grandfather left him. He goes to school two days of five.')
  visit(104, '16:10', 'Toby came down after half an hour. He is not sleeping and says that school is loud.')
  visit(78, '15:30', 'I saw Toby on the stairs. He did not want to talk and told me so politely.')
  for (const [days, outcome, body] of [
    [
      49,
      'no_access',
      'I called as arranged. The upstairs curtains moved and nobody came to the door. I left a card for each of them.',
    ],
    [34, 'cancelled', 'Sharon rang an hour before: Toby had been up all night. We moved it to Thursday.'],
    [31, 'no_access', 'Nobody in. I rang twice and sent a message; it was read and not answered.'],
    [
      12,
      'refused',
      'Sharon spoke to me on the step. She said that my visits make him worse, and that she is at the end of her rope.',
    ],
  ] as const)
    tellWritten(telling, {
      on: ago(teller, days),
      time: '16:00',
      purpose: 'cin_visit',
      outcome,
      body,
      children: [{ id: toby.id, wasSeen: false }],
    })
  return { open: 1, people: 2 }
}
