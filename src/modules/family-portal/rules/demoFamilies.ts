/** Somebody of the demonstration's family, with what it takes to sign in to the portal as them. */
export type DemoFamily = {
  readonly key: 'mother' | 'father' | 'grandmother' | 'girl of 15' | 'boy of 9'
  readonly who: string
  readonly number: string
  readonly word: string
  /** Numbers of their card, each good once. */
  readonly card: readonly string[]
}

const card = (first: number): readonly string[] =>
  Array.from({ length: 8 }, (_, place) => String(first + place * 1111))

/** The five of one invented family, each with a copy of their own: no secret, and only ever in a demonstration. */
export const demoFamilies: readonly DemoFamily[] = [
  { key: 'mother', who: 'The mother', number: '100000001', word: 'blue kettle', card: card(11000011) },
  { key: 'father', who: 'The father', number: '100000002', word: 'green ladder', card: card(22000022) },
  { key: 'girl of 15', who: 'The girl of 15', number: '100000003', word: 'loud drum', card: card(33000033) },
  {
    key: 'grandmother',
    who: 'The grandmother',
    number: '100000004',
    word: 'red teapot',
    card: card(44000044),
  },
  { key: 'boy of 9', who: 'The boy of 9', number: '100000005', word: 'fast bike', card: card(55000055) },
]
