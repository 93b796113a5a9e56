import { child, infant, type Measures } from './measures.ts'
import {
  along,
  box,
  type Guide,
  limb,
  mirrored,
  mirroredShape,
  type Outline,
  type Region,
  type Shape,
} from './shapes.ts'

function silhouette(of: Measures): readonly Shape[] {
  const middle = of.width / 2
  const limbs = [
    ...limb([of.shoulder, of.elbow, of.wrist, of.fingers]),
    ...limb([of.hip, of.knee, of.ankle, of.toes]),
  ]
  const right = of.trunk.map(([half, y]) => [middle + half, y] as const)
  return [
    { kind: 'ellipse', at: [middle, of.head.y], rx: of.head.rx, ry: of.head.ry },
    { kind: 'polygon', points: box(middle - of.neck.half, of.head.y, middle + of.neck.half, of.neck.bottom) },
    { kind: 'polygon', points: [...right, ...mirrored(right, of.width).toReversed()] },
    ...limbs,
    ...limbs.map(shape => mirroredShape(shape, of.width)),
  ]
}

type Face = 'front' | 'back'
type Half = { readonly code: string; readonly words: string; readonly points: Region['points'] }

/** Parts of one side, without saying which side it is. */
function halves(of: Measures, face: Face): readonly Half[] {
  const middle = of.width / 2
  const outer = middle - 52
  const part = (code: string, words: string, points: Region['points']): Half => ({ code, words, points })
  const isFront = face === 'front'
  return [
    part(
      isFront ? 'chest' : 'upper_back',
      isFront ? 'chest' : 'upper back',
      box(outer, of.neck.bottom - 8, middle, of.waist),
    ),
    part(
      isFront ? 'abdomen' : 'lower_back',
      isFront ? 'abdomen' : 'lower back',
      box(outer, of.waist, middle, of.hipLine),
    ),
    ...(isFront ? [] : [part('buttock', 'buttock', box(outer, of.hipLine, middle, of.bottom))]),
    ...(isFront ? [part('hip', 'hip', box(outer, of.hipLine, middle - 22, of.hip.at[1] + 8))] : []),
    part('shoulder', 'shoulder', along(of.shoulder, of.elbow, -0.3, 0.22)),
    part('upper_arm', 'upper arm', along(of.shoulder, of.elbow, 0.22, 0.82)),
    part('elbow', 'elbow', along(of.shoulder, of.elbow, 0.82, 1.2)),
    part('forearm', 'forearm', along(of.elbow, of.wrist, 0.2, 0.88)),
    part('hand', 'hand', along(of.wrist, of.fingers, -0.2, 1.4)),
    part('thigh', 'thigh', along(of.hip, of.knee, isFront ? 0.1 : 0.32, 0.82)),
    part('knee', isFront ? 'knee' : 'back of the knee', along(of.hip, of.knee, 0.82, 1.18)),
    part(isFront ? 'shin' : 'calf', isFront ? 'shin' : 'calf', along(of.knee, of.ankle, 0.18, 0.88)),
    part('foot', isFront ? 'foot and ankle' : 'heel and ankle', along(of.ankle, of.toes, -0.6, 1.6)),
  ]
}

function regions(of: Measures, face: Face): readonly Region[] {
  const middle = of.width / 2
  // Facing us, the child's right is at our left.
  const [near, far] = face === 'front' ? (['right', 'left'] as const) : (['left', 'right'] as const)
  const sided = halves(of, face).flatMap(({ code, words, points }): readonly Region[] => [
    { code: `${near}_${code}`, words: `${capital(near)} ${words}`, points },
    { code: `${far}_${code}`, words: `${capital(far)} ${words}`, points: mirrored(points, of.width) },
  ])
  const top = of.head.y - of.head.ry
  const single: readonly Region[] = [
    {
      code: face === 'front' ? 'face' : 'back_of_head',
      words: face === 'front' ? 'Face or head' : 'Back of the head',
      points: box(middle - of.head.rx - 4, top - 4, middle + of.head.rx + 4, of.head.y + of.head.ry - 4),
    },
    {
      code: face === 'front' ? 'neck' : 'back_of_neck',
      words: face === 'front' ? 'Neck' : 'Back of the neck',
      points: box(middle - 20, of.head.y + of.head.ry - 4, middle + 20, of.neck.bottom - 4),
    },
    ...(face === 'front'
      ? [
          {
            code: 'groin',
            words: 'Groin or genital area',
            points: box(middle - 22, of.hipLine, middle + 22, of.bottom),
          },
        ]
      : []),
  ]
  // The trunk first, the limbs over it.
  const ofTrunk = 6
  return [...sided.slice(0, ofTrunk), ...single, ...sided.slice(ofTrunk)]
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

function guides(of: Measures, face: Face): readonly Guide[] {
  const middle = of.width / 2
  const { y, rx, ry } = of.head
  if (face === 'back')
    return [
      {
        points: [
          [middle, of.neck.bottom + 6],
          [middle, of.hipLine],
        ],
      },
    ]
  const eye = (x: number): Guide => ({
    points: [
      [x - rx * 0.16, y - ry * 0.08],
      [x + rx * 0.16, y - ry * 0.08],
    ],
  })
  return [
    eye(middle - rx * 0.42),
    eye(middle + rx * 0.42),
    {
      points: [
        [middle, y],
        [middle - rx * 0.1, y + ry * 0.24],
        [middle + rx * 0.08, y + ry * 0.24],
      ],
    },
    {
      points: [
        [middle - rx * 0.28, y + ry * 0.5],
        [middle + rx * 0.28, y + ry * 0.5],
      ],
    },
    {
      points: [
        [middle - 2, of.waist + 32],
        [middle + 2, of.waist + 32],
      ],
    },
  ]
}

const body = (code: string, words: string, of: Measures, face: Face): Outline => ({
  code,
  words,
  width: of.width,
  height: of.height,
  silhouette: silhouette(of),
  regions: regions(of, face),
  guides: guides(of, face),
  sides: face === 'front' ? ['Right', 'Left'] : ['Left', 'Right'],
})

/** The whole body of a child and of a baby, from the front and from behind. */
export const bodies: readonly Outline[] = [
  body('front', 'Child, front', child, 'front'),
  body('back', 'Child, back', child, 'back'),
  body('infant_front', 'Baby, front', infant, 'front'),
  body('infant_back', 'Baby, back', infant, 'back'),
]
