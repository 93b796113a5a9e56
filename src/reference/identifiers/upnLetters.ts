/** The letters of a unique pupil number, each standing for its place: 23, without I, O and S. */
export const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * The check letter for the twelve characters that follow it: their values weighted 2 to 13, modulus 23. The
 * last may be a letter, in a temporary number. Source: Department for Education, unique pupil numbers guide;
 * census rule 1510.
 */
export function upnCheckLetter(twelveCharacters: string): string {
  const sum = [...twelveCharacters].reduce(
    (total, character, place) => total + placeOf(character) * (place + 2),
    0,
  )
  return upnLetters.charAt(sum % upnLetters.length)
}

function placeOf(character: string): number {
  const letter = upnLetters.indexOf(character)
  return letter === -1 ? Number(character) : letter
}
