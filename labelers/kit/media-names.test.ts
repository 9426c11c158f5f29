import { expect, it } from 'vitest'
import { MediaNames } from './media-names.ts'

const names = new MediaNames(
  [
    'data/a.jpg',
    'data/north/a.jpg',
    'data/south/a.jpg',
    'data/b.png',
    'data/b.jpg',
    'data/.hidden',
    'é.png'
  ].map(path => [path, path] as const)
)
const find = (given: string) => {
  const match = names.find(given)
  return match === undefined ? undefined : 'found' in match ? match.found : match.several
}

it('finds pictures by the path, the name or the stem that other tools give, and says where several are meant', () => {
  expect({
    exact: find('data/a.jpg'),
    elsewhere: find('/home/pi/set/north/a.jpg'),
    windows: find('C:\\set\\south\\a.jpg'),
    'name that several have': find('a.jpg'),
    stem: find('labels/north/a'),
    'another extension': find('north/a.png'),
    'name that one has': find('images/b.jpg'),
    'stem that several have': find('b'),
    composed: find('e\u0301.png'),
    unknown: find('c.jpg')
  }).toEqual({
    exact: 'data/a.jpg',
    elsewhere: 'data/north/a.jpg',
    windows: 'data/south/a.jpg',
    'name that several have': 3,
    stem: 'data/north/a.jpg',
    'another extension': 'data/north/a.jpg',
    'name that one has': 'data/b.jpg',
    'stem that several have': 2,
    composed: 'é.png',
    unknown: undefined
  })
})
