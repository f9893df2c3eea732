"""Measures against closed forms."""

from __future__ import annotations

import math
import unittest

import torch

from training.common import bounds, frechet


class FrechetTest(unittest.TestCase):
    def test_is_zero_between_equal_clouds(self) -> None:
        cloud = torch.randn(200, 5, generator=torch.Generator().manual_seed(1))
        self.assertAlmostEqual(frechet.distance(cloud, cloud), 0, places=9)

    def test_is_the_squared_distance_of_shifted_clouds(self) -> None:
        cloud = torch.randn(200, 3, generator=torch.Generator().manual_seed(1)).double()
        shift = torch.tensor([3.0, 0.0, 4.0]).double()
        self.assertAlmostEqual(frechet.distance(cloud, cloud + shift), 25, places=6)

    def test_is_the_closed_form_on_one_axis(self) -> None:
        # Two points have mean m and variance 2 h^2 at m - h, m + h: (m1 - m2)^2 + (s1 - s2)^2.
        first, second = torch.tensor([[-1.0], [1.0]]), torch.tensor([[2.0], [8.0]])
        self.assertAlmostEqual(frechet.distance(first, second), 25 + 2 * (3 - 1) ** 2, places=9)

    def test_bears_features_that_are_always_zero(self) -> None:
        dead = torch.zeros(10, 4)
        self.assertEqual(frechet.distance(dead, dead), 0)

    def test_says_when_there_are_too_few(self) -> None:
        with self.assertRaisesRegex(ValueError, "at least 2 feature vectors, found 1"):
            frechet.moments(torch.zeros(1, 4))


class BoundsTest(unittest.TestCase):
    def test_kl_of_the_prior_is_zero_and_of_a_shift_half_its_square(self) -> None:
        mean, logvar = torch.tensor([[0.0, 0.0], [3.0, 4.0]]), torch.zeros(2, 2)
        self.assertEqual(bounds.gaussian_kl(mean, logvar).tolist(), [0, 12.5])
        self.assertEqual(bounds.kl_terms(mean, logvar).tolist(), [[0, 0], [4.5, 8]])

    def test_likelihood_of_a_fair_coin(self) -> None:
        target, half = torch.tensor([[1.0, 0.0, 0.3]]), torch.full((2, 3), 0.5)
        for value in bounds.log_bernoulli(target, half).reshape(-1).tolist():
            self.assertAlmostEqual(value, -3 * math.log(2), places=5)

    def test_importance_bound_is_exact_where_q_is_the_posterior(self) -> None:
        # p(z) = N(0, 1), p(x|z) = N(x; z, 1): p(x) = N(0, 2), q(z|x) = N(x/2, 1/2); every weight is then log p(x).
        x = torch.tensor([0.7, -2.0])
        logvar = torch.full((2, 1), math.log(0.5))
        noise = torch.randn(2, 6, 1, generator=torch.Generator().manual_seed(3))
        z = x[:, None, None] / 2 + math.sqrt(0.5) * noise
        loglik = -0.5 * (x[:, None] - z[:, :, 0]).square() - 0.5 * math.log(2 * math.pi)
        found = bounds.importance_bound(loglik, noise, z, logvar)
        exact = -0.25 * x.square() - 0.5 * math.log(4 * math.pi)
        self.assertLess(float((found - exact).abs().max()), 1e-5)
