import type { Teller } from '../teller.ts'
import { type AdultPart, aged, ago, type CastList } from './stage.ts'

/** Whose three eldest are at school. */
const AT_SCHOOL = 3

/** A mother, Bryony, and her children, two years apart, the eldest eleven. @param known days since they are known here */
export function bryonysHome(
  familyName: string,
  given: readonly string[],
  teller: Teller,
  known: number,
): { readonly list: CastList } {
  const mother: AdultPart = {
    given: 'Bryony',
    sex: 'F',
    born: aged(teller, 34),
    part: 'mother',
    atHome: true,
  }
  return {
    list: {
      familyName,
      known: ago(teller, known),
      troubles: ['neglect'],
      home: {
        label: 'Family home',
        lines: `${given.length} ${familyName} Rise\nAldermere`,
        postcode: 'ZZ99 3AS',
      },
      children: given.map((name, place) => ({
        given: name,
        sex: place % 2 === 0 ? 'F' : 'M',
        born: aged(teller, 11 - 2 * place, place),
        ...(place < AT_SCHOOL ? { school: 'primary' as const } : {}),
      })),
      adults: [mother],
    },
  }
}
