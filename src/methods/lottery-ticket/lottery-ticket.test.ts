import { describe, expect, test } from 'vitest';
import { activeCount, type Mask } from '~/methods/sparsity/masks';
import golden from './golden.json';
import { findTickets, pruneRound, rewind, roundsFor, ticketSparsity } from './lottery-ticket';

type Search = (typeof golden.searches)[number];

/** Gradient descent on ½ |A (m ⊙ w) − b|². */
const trainerOf =
  ({ matrix, target, learning }: Search) =>
  (weights: Float64Array[], masks: readonly Mask[], from: number, to: number): Float64Array[] => {
    let [w] = weights;
    const [mask] = masks;
    for (let step = from; step < to; step++) {
      const masked = w!.map((weight, i) => weight * mask![i]!);
      const errors = matrix.map((row, r) => row.reduce((sum, a, i) => sum + a * masked[i]!, -target[r]!));
      w = w!.map((weight, i) => {
        const slope = errors.reduce((sum, error, r) => sum + error * matrix[r]![i]!, 0);
        return weight - learning * slope * mask![i]!;
      });
    }
    return [w!];
  };

describe.each(golden.searches)('rewinding to step $rewindTo', (each) => {
  const search = {
    initial: [each.initial],
    rounds: each.rounds.length,
    rates: each.rate,
    rewindTo: each.rewindTo,
    steps: each.steps,
    train: trainerOf(each),
  };

  test('masks and rewound weights of every round equal PyTorch’s', () => {
    findTickets(search).forEach(({ masks, weights }, round) => {
      expect([...masks[0]!]).toEqual(each.rounds[round]!.mask);
      each.rounds[round]!.weights.forEach((value, i) => expect(weights[0]![i]).toBeCloseTo(value, 10));
    });
  });

  test('tickets are nested, and training is asked for k steps, then T − k in each round', () => {
    const asked: [number, number][] = [];
    const tickets = findTickets({
      ...search,
      train: (weights, masks, from, to) => {
        asked.push([from, to]);
        return search.train(weights, masks, from, to);
      },
    });
    const rounds = each.rounds.map(() => [each.rewindTo, each.steps]);
    expect(asked).toEqual(each.rewindTo === 0 ? rounds : [[0, each.rewindTo], ...rounds]);
    tickets.slice(1).forEach(({ masks }, i) => {
      masks[0]!.forEach((entry, place) => expect(entry).toBeLessThanOrEqual(tickets[i]!.masks[0]![place]!));
    });
  });
});

test('with k = 0 a ticket has exactly the initial weights under its mask', () => {
  const each = golden.searches[0]!;
  const [ticket] = findTickets({
    ...each,
    initial: [each.initial],
    rounds: 1,
    rates: 0.5,
    train: trainerOf(each),
  });
  expect(ticket!.sparsity).toBe(0.5);
  ticket!.weights[0]!.forEach((w, i) => expect(w).toBe(ticket!.masks[0]![i] === 1 ? each.initial[i] : 0));
});

test('a rate for each layer; at least one connection stays; trained weights decide, not early ones', () => {
  const masks = [100, 100].map((size) => new Uint8Array(size).fill(1));
  const trained = masks.map(() => Array.from({ length: 100 }, (_, i) => i));
  const next = pruneRound(trained, masks, [0.2, 0.1]);
  expect(next.map(activeCount)).toEqual([80, 90]);
  expect([...next[0]!.slice(0, 20)].every((entry) => entry === 0)).toBe(true);
  expect(activeCount(pruneRound([[1, 2]], [Uint8Array.of(0, 1)], 0.9)[0]!)).toBe(1);
});

test('rounds and sparsity are each other’s inverse', () => {
  for (let rounds = 0; rounds < 20; rounds++)
    expect(roundsFor(ticketSparsity(rounds, 0.2), 0.2)).toBe(rounds);
  expect(roundsFor(0.9, 0.2)).toBe(11);
  expect(ticketSparsity(3, 0.2)).toBeCloseTo(0.488, 15);
});

test('the examples of the doc comments', () => {
  expect([...pruneRound([[1, -3, 2, 5]], [Uint8Array.of(1, 1, 1, 1)], 0.5)[0]!]).toEqual([0, 1, 0, 1]);
  expect(rewind([[1, 2]], [Uint8Array.of(0, 1)]).map((layer) => [...layer])).toEqual([[0, 2]]);
});

test('misuse is named', () => {
  const each = golden.searches[0]!;
  const search = (change: object) => () =>
    findTickets({ initial: [each.initial], rounds: 2, rates: 0.2, rewindTo: 0, steps: 12, train: trainerOf(each), ...change }); // prettier-ignore
  expect(search({ rounds: 0 })).toThrow(/rounds must be a whole number of at least 1, found 0/);
  expect(search({ steps: 0 })).toThrow(/steps must be a whole number of at least 1, found 0/);
  expect(search({ rewindTo: 12 })).toThrow(/step to rewind to must be a whole number in 0 … 11, found 12/);
  expect(search({ rates: 1 })).toThrow(/rate of a round must be in \(0, 1\), found 1/);
  expect(search({ rates: [0.2, 0.1] })).toThrow(/1 layers, but 2 rates/);
  expect(() => ticketSparsity(-1, 0.2)).toThrow(/rounds must be a whole number of at least 0/);
  expect(() => roundsFor(1, 0.2)).toThrow(/sparsity must be in \[0, 1\), found 1/);
  expect(() => rewind([[1, 2]], [Uint8Array.of(1)])).toThrow(/layer 0 has 2 weights, but 1 mask entries/);
  expect(() => pruneRound([[NaN]], [Uint8Array.of(1)], 0.5)).toThrow(/score at 0 is missing or not a number/);
});
