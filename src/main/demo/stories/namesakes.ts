import { tellEpisode } from '../practice/tellEpisode.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import type { Story } from './story.ts'

/** Two boys with one name, born a day apart, in two families: the search must show how to tell them apart. */
export const namesakes: Story = (teller, county) => {
  const born = aged(teller, 10, 3)
  const tell = (areaIndex: number, birth: Temporal.PlainDate, mother: string, lines: string) => {
    const family = castFamily(teller, county, {
      familyName: 'Smith',
      known: ago(teller, 44),
      areaIndex,
      troubles: ['domestic_abuse'],
      home: { label: 'Mother’s home', lines, postcode: 'ZZ99 3SM' },
      children: [{ given: 'Jack', sex: 'M', born: birth, school: 'primary' }],
      adults: [{ given: mother, sex: 'F', born: aged(teller, 34), part: 'mother', atHome: true }],
    })
    const course = outlined(teller, family, {
      kind: 'assessed',
      received: 43,
      source: '6',
      need: 'N1',
      authorised: -6,
      closed: -9,
    })
    tellEpisode(teller, county, family, course, { busyness: 1 })
  }
  tell(2, born, 'Hannah', '51 Juniper Close\nEastonbrigg')
  tell(3, born.add({ days: 1 }), 'Harriet', '15 Juniper Close\nGreywickham')
  return { open: 2, people: 4 }
}
