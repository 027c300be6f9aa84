using ChatAuth.Configuration;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class KnownKeysTests
{
    [TestCase("text")]
    [TestCase("number")]
    [TestCase("whole number")]
    [TestCase("flag")]
    public void Known_keys_are_those_of_the_options(string type)
    {
        var known = type switch { "number" => KnownKeys.Numbers, "whole number" => KnownKeys.WholeNumbers, "flag" => KnownKeys.Flags, _ => KnownKeys.Texts };

        var expected = OptionKey.All
            .Where(key => key.ShownType == type || (type == "text" && key.IsList))
            .Select(key => key.IsList ? key.Path + ":*" : key.Path);
        Assert.That(known, Is.EquivalentTo(expected));
    }

    [Test]
    public void Sections_are_the_places_above_the_keys()
    {
        string[] some = ["", "Auth", "Auth:Rules", "Auth:Rules:*", "Auth:Rules:*:Profiles", "Model:Allowed"];

        Assert.That(KnownKeys.Sections, Is.SupersetOf(some).And.No.Member("Model:Default"));
    }
}
