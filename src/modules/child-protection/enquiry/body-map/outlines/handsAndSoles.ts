import {
  along,
  box,
  type Guide,
  type Joint,
  limb,
  mirrored,
  mirroredShape,
  type Outline,
  places,
  type Region,
  type Shape,
} from './shapes.ts'

const WIDTH = 220
const HEIGHT = 290

const joint = (x: number, y: number, half: number): Joint => ({ at: [x, y], half })

/** A hand with its fingers up and its thumb at our left: a left palm, or the back of a right hand. */
const fingers: readonly (readonly [code: string, words: string, from: Joint, to: Joint])[] = [
  ['thumb', 'Thumb', joint(62, 200, 18), joint(26, 138, 12)],
  ['index_finger', 'Index finger', joint(78, 140, 14), joint(66, 50, 11)],
  ['middle_finger', 'Middle finger', joint(106, 134, 14), joint(104, 32, 11)],
  ['ring_finger', 'Ring finger', joint(134, 138, 14), joint(142, 46, 11)],
  ['little_finger', 'Little finger', joint(158, 152, 12), joint(178, 82, 10)],
]
const palm: Shape = {
  kind: 'polygon',
  points: places('64,134 110,122 148,128 172,150 168,206 148,250 148,288 82,288 80,250 52,204'),
}

function hand(code: string, words: string, face: 'palm' | 'back', isThumbLeft: boolean): Outline {
  const turn = (points: Region['points']) => (isThumbLeft ? points : mirrored(points, WIDTH))
  const shapes = [palm, ...fingers.flatMap(([, , from, to]) => limb([from, to]))]
  const part = (name: string, said: string, points: Region['points']): Region => ({
    code: `${code}_${name}`,
    words: said,
    points: turn(points),
  })
  return {
    code,
    words,
    width: WIDTH,
    height: HEIGHT,
    silhouette: isThumbLeft ? shapes : shapes.map(shape => mirroredShape(shape, WIDTH)),
    regions: [
      part(
        'upper',
        face === 'palm' ? 'Palm, towards the fingers' : 'Back of the hand, knuckles',
        box(48, 118, 176, 184),
      ),
      part('lower', face === 'palm' ? 'Palm, towards the wrist' : 'Back of the hand', box(48, 184, 176, 246)),
      part('wrist', 'Wrist', box(70, 246, 160, 290)),
      ...fingers.map(([name, said, from, to]) => part(name, said, along(from, to, 0.12, 1.25))),
    ],
    guides:
      face === 'palm'
        ? [
            {
              points: turn(places('70,176 110,166 160,172')),
            },
            {
              points: turn(places('70,168 96,196 98,242')),
            },
          ]
        : [],
    sides: null,
  }
}

/** A sole with its toes up and its big toe at our right: a right foot. */
const toes: readonly (readonly [x: number, y: number, r: number])[] = [
  [142, 46, 22],
  [108, 40, 14],
  [84, 50, 13],
  [64, 66, 12],
  [48, 86, 11],
]
const ball: readonly Shape[] = [
  { kind: 'ellipse', at: [104, 108], rx: 60, ry: 48 },
  {
    kind: 'polygon',
    points: places('46,114 164,112 150,190 144,244 78,244 62,190'),
  },
  { kind: 'ellipse', at: [111, 240], rx: 36, ry: 40 },
]

function sole(code: string, words: string, isRight: boolean): Outline {
  const turn = (points: Region['points']) => (isRight ? points : mirrored(points, WIDTH))
  const shapes: readonly Shape[] = [
    ...ball,
    ...toes.map(([x, y, r]): Shape => ({ kind: 'ellipse', at: [x, y], rx: r, ry: r + 3 })),
  ]
  const part = (name: string, said: string, points: Region['points']): Region => ({
    code: `${code}_${name}`,
    words: said,
    points: turn(points),
  })
  const guides: readonly Guide[] = []
  return {
    code,
    words,
    width: WIDTH,
    height: HEIGHT,
    silhouette: isRight ? shapes : shapes.map(shape => mirroredShape(shape, WIDTH)),
    regions: [
      part('ball', 'Ball of the foot', box(40, 76, 170, 140)),
      part('arch', 'Arch', box(40, 140, 170, 206)),
      part('heel', 'Heel', box(40, 206, 170, 286)),
      part('big_toe', 'Big toe', box(121, 16, 170, 76)),
      part('other_toes', 'Other toes', places('121,16 121,66 96,70 66,92 34,104 30,70 90,16')),
    ],
    guides,
    sides: null,
  }
}

/** Palms, backs of hands and soles. */
export const handsAndSoles: readonly Outline[] = [
  hand('left_palm', 'Left palm', 'palm', true),
  hand('right_palm', 'Right palm', 'palm', false),
  hand('left_hand_back', 'Back of the left hand', 'back', false),
  hand('right_hand_back', 'Back of the right hand', 'back', true),
  sole('left_sole', 'Sole of the left foot', false),
  sole('right_sole', 'Sole of the right foot', true),
]
