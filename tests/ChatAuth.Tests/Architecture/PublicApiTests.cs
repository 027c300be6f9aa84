using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>What others can build on. A difference is a decision: an addition is kept for ever, a removal breaks somebody.</summary>
internal sealed class PublicApiTests
{
    private static IEnumerable<string> Libraries => Products.Assemblies.Where(assembly => assembly.EntryPoint is null).Select(assembly => assembly.GetName().Name!);

    [TestCaseSource(nameof(Libraries))]
    public void Public_surface_is_the_recorded_one(string library)
    {
        var surface = PublicApi.Print(Products.Assemblies.Single(assembly => assembly.GetName().Name == library));

        GoldenFile.Matches($"tests/ChatAuth.Tests/Architecture/PublicApi/{library}{Products.FormOf(library)}.txt", surface);
    }

    [Test]
    public void Programs_have_no_public_surface() =>
        Assert.That(Products.Assemblies.Where(assembly => assembly.EntryPoint is not null).SelectMany(assembly => assembly.GetExportedTypes()), Is.Empty);
}
