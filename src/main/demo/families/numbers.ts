import { makeUpn, nhsTestNumber, nhsTestNumberCount } from '#reference'

/** Numbers given in turn, so that one seed always gives a child the same. */
export type Numbers = {
  childId(): string
  familyReference(): string
  /** Valid, of the 999 range that is never issued. */
  nhsNumber(): string
  /** @param school number within the authority; @param year in which it was given */
  upn(school: number, year: number): string
  /** Of the ranges that Ofcom keeps for drama. */
  mobile(): string
  telephone(): string
}

/** Far apart, so that neighbours in the county are not neighbours in number; shares no factor with the count. */
const STRIDE = 104_729

/** Of the same range, and no child's of any county that fits on a machine: they are given from the last one backwards. */
export const strangersNhsNumber = (serial: number): string =>
  nhsTestNumber(((nhsTestNumberCount - serial) * STRIDE) % nhsTestNumberCount)

/** @param authorityCode three digits */
export function countNumbers(authorityCode: string): Numbers {
  const count = { child: 0, family: 0, nhs: 0, mobile: 0, telephone: 0 }
  const serials = new Map<string, number>()
  const three = (value: number) => String(value % 1000).padStart(3, '0')
  return {
    childId: () => `C${100_000 + ++count.child}`,
    familyReference: () => `F${10_000 + ++count.family}`,
    nhsNumber: () => nhsTestNumber((++count.nhs * STRIDE) % nhsTestNumberCount),
    upn(school, year) {
      const key = `${school} ${year}`
      const serial = (serials.get(key) ?? 0) + 1
      serials.set(key, serial)
      // A large county fills a school's thousand numbers: the next school's number goes on.
      const number = (school + 3 * Math.floor(serial / 1000)) % 10_000
      return makeUpn({ authority: Number(authorityCode), school: number, year, serial: serial % 1000 })
    },
    mobile: () => `07700 900${three(++count.mobile * 7)}`,
    telephone: () => `01632 960${three(++count.telephone * 7)}`,
  }
}
