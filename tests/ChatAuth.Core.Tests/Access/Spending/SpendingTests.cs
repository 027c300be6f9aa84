namespace ChatAuth.Core.Tests.Access.Spending;

/// <summary>Ten thousand random (person, account, path) triples, in random conversations of random installations: nobody spends what they may not (threats A4).</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SpendingTests
{
    private const int Houses = 50;
    private const int Triples = 50;

    [Test]
    public async Task Nobody_spends_what_they_may_not_on_any_path([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var spent = SpendingPaths.All.Keys.ToDictionary(path => path, _ => 0);
        for (var house = 1; house <= Houses; house++) await LiveAsync(random, spent, $"seed {seed}, house {house}");

        Assert.That(spent.Where(path => path.Value == 0), Is.Empty, "each path can be gone");
    }

    private static async Task LiveAsync(Random random, Dictionary<string, int> spent, string where)
    {
        await using var walk = new SpendingWalk(random);
        await walk.BeginAsync();
        for (var triple = 1; triple <= Triples; triple++)
        {
            if (random.Next(10) == 0) await walk.ChangeGrantsAsync();
            walk.Wait(TimeSpan.FromHours(1));
            var who = random.Next(20) == 0 ? new Spender("terminal", 1) : walk.Any(SpendingHouse.People);
            var place = walk.Any(SpendingHouse.PlacesOf(who, walk.Law.HasMoved));
            var path = walk.Any(SpendingPaths.All.Keys.ToList());
            var before = walk.Requests;
            try
            {
                await SpendingPaths.All[path](walk, who, place, walk.Any(SpendingHouse.Ids));
            }
            catch (Exception)
            {
                TestContext.Out.WriteLine($"{where}, triple {triple}, {path}:\n{walk.Trace}");
                throw;
            }
            spent[path] += walk.Requests - before;
        }
    }
}
