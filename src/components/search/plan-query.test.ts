import { describe, expect, it } from 'vitest';
import { planQuery, type Lexicon } from './plan-query.ts';
import { loadStem, trimEnglish } from './stemmer.ts';

const lexicon: Lexicon = {
  words: {
    generator: 9,
    critic: 4,
    gradient: 7,
    penalty: 3,
    диффузионный: 2,
    learning: 3,
    fail: 1,
    how: 9,
    mode: 4,
    saturating: 2,
    dsupstar: 5,
    reparameterisation: 4,
    optimizer: 3,
  },
  terms: [
    ['generator', 'генератор'],
    ['mode collapse', 'схлопывание мод'],
    ['gradient penalty', 'штраф на градиент'],
  ],
};
const plan = (query: string) => planQuery(query, lexicon, trimEnglish);

describe('planQuery', () => {
  it('drops the stop words of a question', () => {
    expect(plan('why does the generator fail?').groups).toEqual([['generator'], ['fail']]);
  });
  it('keeps a query that has nothing else', () => {
    expect(plan('how').groups).toEqual([['how']]);
  });
  it('turns LaTeX into the words of formulas', () => {
    expect(plan('D^* generator').groups).toEqual([['dsupstar'], ['generator']]);
  });
  it('mends the spelling and says so', () => {
    expect(plan('The generater of gradeint')).toMatchObject({
      groups: [['generator'], ['gradient']],
      corrected: 'The generator of gradient',
    });
    expect(plan('generators')).not.toHaveProperty('corrected');
  });
  it('takes both spellings of a word that has two, and mends neither', () => {
    expect(plan('reparameterization').groups).toEqual([['reparameterization', 'reparameterisation']]);
    expect(plan('reparameterization')).not.toHaveProperty('corrected');
    expect(plan('optimiser').groups).toEqual([['optimiser', 'optimizer']]);
  });
  it('adds the course’s word for what is described', () => {
    expect(plan('the generator stops learning').groups).toEqual([['generator'], ['saturating', 'vanish']]);
  });
  it('leaves out what stands nowhere on the site', () => {
    expect(plan('zzqxj generator q_z').groups).toEqual([['generator']]);
    expect(plan('<zzqxj>').groups).toEqual([]);
  });
  it('adds the other language’s term', () => {
    expect(plan('mode collapse').others).toEqual([['схлопывание'], ['мод']]);
    expect(plan('mode').others).toEqual([]);
  });
  it('asks for Russian words by their stems, and for the English term', async () => {
    const stem = await loadStem('диффузионный');
    const russian = planQuery('диффузионного генератора', lexicon, stem);
    expect(russian.groups).toEqual([['диффузионного', 'диффузион']]);
    expect(russian.others).toEqual([['generator']]);
    expect(planQuery('штрафом на градиент', lexicon, stem).others).toEqual([['gradient'], ['penalty']]);
  });
});
