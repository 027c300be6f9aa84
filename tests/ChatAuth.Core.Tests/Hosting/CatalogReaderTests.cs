using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Hosting;

[TestFixture]
internal sealed class CatalogReaderTests
{
    [Test]
    public void Models_keep_their_order_aliases_and_labels()
    {
        var catalog = Written.Read(options =>
        {
            options.Models.Add(new() { Id = "openai/gpt-5.2", Aliases = { "gpt", "GPT5" }, Label = " GPT " });
            options.Models.Add(new() { Id = "demo/echo" });
        }).Catalog;

        Assert.That(catalog.Models.Select(model => model.Ref.ToString()), Is.EqualTo(new[] { "openai/gpt-5.2", "demo/echo" }));
        Assert.That(catalog.Aliases.Keys, Is.EquivalentTo(new[] { "gpt", "GPT5" }));
        Assert.That(catalog.Models[0].Label, Is.EqualTo("GPT"));
    }

    [TestCase(0)]
    [TestCase(3601)]
    public void Timeout_outside_of_its_bounds_is_refused(int seconds)
    {
        var problems = Written.ProblemsOf(options => options.Model.TimeoutSeconds = seconds);

        Assert.That(problems, Is.EqualTo(new[] { "Model:TimeoutSeconds: must be 1 to 3600 seconds" }));
    }

    [Test]
    public void Model_that_stands_twice_is_refused_by_name()
    {
        var problems = Written.ProblemsOf(options =>
        {
            options.Models.Add(new() { Id = "demo/echo" });
            options.Models.Add(new() { Id = "Demo/echo" });
        });

        Assert.That(problems, Is.EqualTo(new[] { "Models[1].Id: must be unique; 'demo/echo' stands before it" }));
    }

    [Test]
    public void Alias_of_two_models_is_refused_whatever_its_case()
    {
        var problems = Written.ProblemsOf(options =>
        {
            options.Models.Add(new() { Id = "demo/one", Aliases = { "e" } });
            options.Models.Add(new() { Id = "demo/two", Aliases = { "x", "E" } });
        });

        Assert.That(problems, Is.EqualTo(new[] { "Models[1].Aliases[1]: must be unique; 'E' stands before it" }));
    }

    [Test]
    public void Alias_that_shadows_a_command_is_refused()
    {
        var problems = Written.ProblemsOf(options => options.Models.Add(new() { Id = "demo/echo", Aliases = { "Stop" } }));

        Assert.That(problems, Is.EqualTo(new[] { "Models[0].Aliases[0]: must not be 'Stop': that is a command of chat hosts" }));
    }

    [Test]
    public void Fallback_that_is_the_default_is_refused()
    {
        var problems = Written.ProblemsOf(options => options.Model.Fallbacks = ["demo/echo", options.Model.Default]);

        Assert.That(problems, Is.EqualTo(new[] { "Model:Fallbacks[1]: must be unique; 'anthropic/claude-opus-4-5' stands before it" }));
    }

    [Test]
    public void Allowlist_that_is_absent_allows_every_model()
    {
        var catalog = Written.Read(_ => { }).Catalog;

        Assert.That(catalog.Allows(ModelRef.Parse("demo/echo")), Is.True);
    }

    [Test]
    public void Allowlist_that_is_empty_allows_the_default_alone()
    {
        var catalog = Written.Read(options => options.Model.Allowed = []).Catalog;

        Assert.That(catalog.Allows(ModelRef.Parse("demo/echo")), Is.False);
        Assert.That(catalog.Allows(catalog.Default), Is.True);
    }

    [Test]
    public void List_that_is_null_is_an_empty_one()
    {
        var catalog = Written.Read(options => options.Model.Fallbacks = null!).Catalog;

        Assert.That(catalog.Fallbacks, Is.Empty);
    }

    [TestCase(81)]
    [TestCase(1000)]
    public void Label_that_is_too_long_is_refused(int length)
    {
        var problems = Written.ProblemsOf(options => options.Models.Add(new() { Id = "demo/echo", Label = new string('x', length) }));

        Assert.That(problems, Has.One.StartsWith("Models[0].Label: "));
    }
}
