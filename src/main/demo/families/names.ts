import type { Dice } from '../random/dice.ts'
import { familyNames } from '../words/familyNames.ts'
import { givenNames } from '../words/givenNames.ts'
import type { NameStock } from '../words/peoples.ts'
import { streetKinds, streets } from '../words/places.ts'

export type Sex = 'M' | 'F'

export function givenName(dice: Dice, stock: NameStock, sex: Sex): string {
  const names = givenNames[stock]
  return dice.pick(sex === 'F' ? names.girls : names.boys)
}

export function familyName(dice: Dice, stock: NameStock): string {
  return dice.pick(familyNames[stock])
}

/** An invented home. Postcodes begin ZZ99, which no place has. */
export function makeAddress(dice: Dice, district: string): { lines: string; postcode: string } {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'
  const letter = () => letters.charAt(dice.int(0, letters.length - 1))
  const flat = dice.chance(0.18) ? `Flat ${dice.int(1, 24)}, ` : ''
  return {
    lines: `${flat}${dice.int(1, 180)} ${dice.pick(streets)} ${dice.pick(streetKinds)}\n${district}`,
    postcode: `ZZ99 ${dice.int(1, 9)}${letter()}${letter()}`,
  }
}
