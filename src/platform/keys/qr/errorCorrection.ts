/** Powers of 2 in the field that QR codes count in (GF(256) by 0x11d; ISO/IEC 18004, section 7.5.2). */
const powers: number[] = []
for (let power = 0, value = 1; power < 255; power += 1) {
  powers.push(value)
  value = value < 128 ? value << 1 : (value << 1) ^ 0x11d
}
const powerOf = (value: number): number => powers.indexOf(value)

function times(one: number, other: number): number {
  if (one === 0 || other === 0) return 0
  return powers[(powerOf(one) + powerOf(other)) % 255] ?? 0
}

/** The product of (x - 2^i) for as many i as there are codewords, highest power first and left out. */
function generator(length: number): readonly number[] {
  let factors: number[] = [1]
  for (let index = 0; index < length; index += 1) {
    const root = powers[index] ?? 0
    factors = [...factors, 0].map((factor, place) => factor ^ times(factors[place - 1] ?? 0, root))
  }
  return factors.slice(1)
}

/** The codewords by which a reader finds and mends what it misread: the remainder of the data (Reed-Solomon). */
export function correctionOf(data: readonly number[], length: number): readonly number[] {
  const divisor = generator(length)
  let remainder: readonly number[] = Array(length).fill(0)
  for (const byte of data) {
    const factor = byte ^ (remainder[0] ?? 0)
    const rest = [...remainder.slice(1), 0]
    remainder = rest.map((value, place) => value ^ times(divisor[place] ?? 0, factor))
  }
  return remainder
}
