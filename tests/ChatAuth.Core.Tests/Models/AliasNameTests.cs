using ChatAuth.Core.Models;

namespace ChatAuth.Core.Tests.Models;

[TestFixture]
internal sealed class AliasNameTests
{
    [TestCase("opus")]
    [TestCase("gpt-5.2_fast")]
    [TestCase("4o")]
    public void Name_that_is_plain_has_no_fault(string name)
    {
        var fault = AliasName.FindFault(name);

        Assert.That(fault, Is.Null);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a:b")]
    [TestCase("a@b")]
    [TestCase("a/b")]
    [TestCase("a b")]
    [TestCase("größe")]
    public void Name_of_other_characters_is_faulty(string? name)
    {
        var fault = AliasName.FindFault(name);

        Assert.That(fault, Does.StartWith("must be 1 to 64 of the characters"));
    }

    [TestCase("START")]
    [TestCase("models")]
    [TestCase("status")]
    [TestCase("For")]
    [TestCase("12")]
    public void Name_that_means_something_else_is_faulty(string name)
    {
        var fault = AliasName.FindFault(name);

        Assert.That(fault, Does.StartWith("must not be"));
    }
}
