namespace ChatAuth.Channels.Tests.Discord.Scenarios;

/// <summary>What means nothing: an error that says where, by its code, and what comes nearest.</summary>
internal sealed class DiscordWrongCommandTests : InteractionScenario
{
    [TableRow("anything else")]
    [TestCase("opus@wrok", "profile-unknown", 6, "/model opus@anthropic:work")]
    [TestCase("opsu", "model-unknown", 1, "/model opus")]
    [TestCase("opsu@work", "model-unknown", 1, "/model opus@anthropic:work")]
    [TestCase("statsu", "model-unknown", 1, "/model status")]
    [TestCase("status now", "text-unexpected", 8, "/model status")]
    [TestCase("opus for 2y", "span-invalid", 10, "/model opus for 2h")]
    [TestCase("opus @work", "text-unexpected", 6, "/model opus@work")]
    [TestCase("opus explain this", "text-unexpected", 6, "/ask prompt:explain this with:opus")]
    [TestCase("list mars", "provider-unknown", null, null)]
    public async Task Error_has_a_code_a_column_and_what_works(string choice, string code, int? column, string? works)
    {
        var refused = await ModelAsync(choice);

        Assert.That(refused.OnlyFor, Is.SameAs(Ann));
        Assert.That(Text(refused), Does.Contain($"[{code}]"));
        if (column is not null) Assert.That(Text(refused), Does.Contain($"at column {column} of choice."));
        if (works is not null) Assert.That(Text(refused).Split('\n').Single(line => line.StartsWith("What works", StringComparison.Ordinal)), Does.Contain(works));
        Assert.That(await HistoryAsync(), Is.Empty);
        Assert.That((Served, Announced), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>())));
    }

    [TableRow("anything else")]
    [Test]
    public async Task Time_for_nothing_is_an_error()
    {
        var refused = await ModelAsync(("for", "2h"));

        Assert.That(Text(refused), Does.Contain("at column 1 of for.").And.Contain("/model opus for 2h").And.Contain("[choice-missing]"));
        Assert.That(await HistoryAsync(), Is.Empty);
    }
}
