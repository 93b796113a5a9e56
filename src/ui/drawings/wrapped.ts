/** Text in lines of so many letters at most; what does not fit is cut and stands whole in the table. */
export function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const kept = lines
    .slice(0, most)
    .map(line => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line))
  if (lines.length > most) kept[most - 1] = `${(kept[most - 1] ?? '').slice(0, letters - 1)}…`
  return kept
}
