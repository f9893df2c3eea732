import { expect, test } from '@playwright/test';
import type { Answer, Kind } from '../../src/components/search/pagefind.ts';
import { SITES } from '../e2e/support/sites.ts';
import { searchAll, type Language } from './ask.ts';

/** What a reader types, and where one of the first results of that kind must lead. */
type Row = readonly [query: string, kind: Kind, to: RegExp, among?: number];

const TABLE: Readonly<Record<Language, readonly Row[]>> = {
  en: [
    ['generator', 'page', /^\/gan\/$/],
    ['generator', 'widget', /#gan$/],
    ['generators', 'page', /^\/gan\/$/],
    ['optimal discriminator', 'section', /\/gan\/#optimal-discriminator$/, 1],
    ['optimal discriminator', 'equation', /#eq-optimal-d$/],
    ['mode collapse', 'section', /\/gan\/#mode-collapse$/, 1],
    ['mode collapse', 'question', /#q-gan-collapse/],
    ['gradient penalty', 'section', /#gradient-penalty$/, 1],
    ['spectral norm', 'section', /#spectral-norm$/, 1],
    ['hinge', 'section', /#hinge$/, 1],
    ['hinge', 'question', /#q-gan-losses-hinge/],
    ['BEGAN', 'section', /#began$/, 1],
    ['began', 'question', /#q-gan-energies-began/],
    ['Wasserstein', 'section', /#wasserstein$/, 2],
    ['Jensen-Shannon', 'section', /\/gan\/#optimal-discriminator$/],
    ['bilinear game', 'widget', /#bilinear-game$/, 1],
    ['r1 penalty', 'section', /#r1$/, 1],
    // LaTeX and symbols.
    ['D^*', 'equation', /#eq-optimal-d$/, 1],
    ['D*', 'equation', /#eq-optimal-d$/, 1],
    ['\\frac', 'equation', /#eq-/],
    ['\\frac{p_d}{p_d + p_g}', 'equation', /#eq-optimal-d$/, 2],
    ['p_\\theta', 'section', /#/],
    ['p_theta', 'section', /#/],
    ['p_g', 'equation', /#eq-optimal-d$/],
    ['\\mathbb{E}', 'equation', /#eq-/],
    ['\\operatorname{softplus}', 'equation', /#eq-loss-d$/],
    ['W_1', 'equation', /#eq-w1/],
    // The words in which an equation is read aloud.
    ['D star of x', 'equation', /#eq-optimal-d$/, 1],
    // Slips.
    ['discriminater', 'section', /\/gan\/#optimal-discriminator$/, 1],
    ['genrator', 'page', /^\/gan\/$/],
    ['divergance', 'section', /divergence/],
    ['kl divergence', 'section', /\/probability\/#kl-divergence$/, 2],
    ['reparameterisation', 'section', /reparameterisation/],
    ['reparameterization trick', 'section', /reparameterisation/, 2],
    ['transposed convolution', 'section', /\/autoencoders\/#a-convolution-turned-round$/, 2],
    ['denoising', 'section', /\/autoencoders\/#/],
    ['checkerboards', 'section', /\/autoencoders\/#checkerboards$/, 1],
    ['interpolation', 'section', /\/codes\/#between-two-codes$/],
    ['adversarial autoencoder', 'section', /\/codes\/#/],
    ['MOSES', 'section', /\/codes\/#codes-of-molecules$/, 1],
    ['latent traversal', 'section', /\/codes\/#walk-through-the-codes$/],
    ['posterior collapse', 'widget', /\/vae\/#training$/],
    ['elbo', 'section', /\/vae\/#/],
    ['wasserstien', 'section', /#wasserstein$/, 2],
    ['lottery ticket', 'section', /\/pruning-at-init\/#lottery-tickets$/],
    ['GraSP', 'section', /\/pruning-at-init\/#grasp$/],
    ['RigL', 'page', /^\/rigl\/$/],
    ['who gets the connections', 'section', /\/rigl\/#who-gets-the-connections$/],
    ['connections by pixel', 'widget', /#(?:lab|before)$/],
    ['distillation', 'page', /^\/distillation\/$/],
    ['dark knowledge', 'section', /\/distillation\/#softened-probabilities$/],
    ['invented subclasses', 'section', /\/distillation\/#/],
    // Questions.
    ['why does the generator stop learning?', 'section', /#(?:non-saturating|vanishing-gradients)$/, 2],
    ['why do all samples look the same?', 'section', /#mode-collapse$/, 1],
    ['how is a discriminator trained?', 'section', /#(?:optimal-discriminator|training-loop)$/],
    ['what is the least squares loss?', 'section', /#least-squares$/, 1],
    // The other language.
    ['схлопывание мод', 'section', /#mode-collapse$/],
    ['генератор', 'page', /gan/],
  ],
  ru: [
    ['генератор', 'page', /^\/ru\/gan\/$/],
    ['генератора', 'page', /^\/ru\/gan\/$/],
    ['генераторами', 'widget', /#/],
    ['схлопывание мод', 'section', /#mode-collapse$/, 1],
    ['схлопывание', 'question', /#q-gan/],
    ['оптимальный дискриминатор', 'section', /#optimal-discriminator$/, 1],
    ['дискреминатор', 'section', /#optimal-discriminator$/, 1],
    ['расстояние Вассерштейна', 'section', /#wasserstein$/, 2],
    ['штрафом на градиент', 'section', /#gradient-penalty$/],
    ['дивергенция', 'question', /#q-(?:probability|vae|gan)/],
    ['дивергенция Йенсена', 'question', /#q-gan/],
    ['липшицева функция', 'page', /gan/],
    ['почему генератор перестаёт учиться?', 'section', /#(?:non-saturating|vanishing-gradients)$/, 2],
    ['почему все образцы одинаковые?', 'section', /#mode-collapse$/, 1],
    ['mode collapse', 'section', /#mode-collapse$/, 1],
    ['D^*', 'equation', /#eq-optimal-d$/, 1],
  ],
};

// Pagefind asks the page for its language: one language at a time.
test.describe.configure({ mode: 'default' });

for (const language of ['en', 'ru'] as const)
  test.describe(`queries on ${language} pages`, () => {
    let answers = new Map<string, Answer>();
    test.beforeAll(async () => {
      const queries = TABLE[language].map(([query]) => query);
      answers = await searchAll(SITES.root.folder, SITES.root.url, language, queries);
    });
    for (const [query, kind, to, among = 4] of TABLE[language])
      test(`“${query}” finds, among the first ${String(among)} of kind ${kind}, ${to.source}`, () => {
        const found = answers.get(query)?.groups.find((group) => group.kind === kind)?.found ?? [];
        const urls = found.slice(0, among).map(({ url }) => url);
        expect(
          urls.some((url) => to.test(url)),
          urls.join('\n') || 'nothing',
        ).toBe(true);
      });
  });
