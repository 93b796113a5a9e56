/** The lines of a field that takes several values, without empty ones. */
export const linesOf = (text = ''): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
