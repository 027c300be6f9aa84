using ChatAuth.Configuration;

namespace ChatAuth.Tests.Configuration;

[TestFixture]
internal sealed class KnownKeysTests
{
    [Test]
    public void Known_keys_are_those_of_the_options()
    {
        var keys = OptionKey.All.Where(key => key.ShownType != "entries");

        var expected = keys.Select(key => (key.IsList ? key.Path + ":*" : key.Path, key.ShownType switch
        {
            "number" => KeyKind.Number,
            "flag" => KeyKind.Flag,
            _ => KeyKind.Text,
        }));
        Assert.That(KnownKeys.All.Select(key => (key.Key, key.Value)), Is.EquivalentTo(expected));
    }

    [Test]
    public void Sections_are_the_places_above_the_keys()
    {
        string[] some = ["", "Auth", "Auth:Rules", "Auth:Rules:*", "Auth:Rules:*:Profiles", "Model:Allowed"];

        Assert.That(KnownKeys.Sections, Is.SupersetOf(some).And.No.Member("Model:Default"));
    }
}
